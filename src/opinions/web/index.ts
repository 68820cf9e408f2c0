import './opinions.css'

export { Opinions } from './Opinions.tsx'
