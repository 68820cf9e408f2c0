// Each subset loads only when a page shows a letter of it; index.html preloads the Latin one of the interface.
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
