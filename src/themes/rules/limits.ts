export const THEMES_MAX = 500
export const THEME_NAME_MAX = 120
export const SIMILAR_MAX = 5
export const SIMILAR_TEXT_MAX = 2_000
export const GLOSSARY_MAX = 50
export const TERM_MAX = 80
