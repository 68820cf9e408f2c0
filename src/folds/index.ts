export { foldsRoutes } from './routes.ts'
export { startFolds } from './start-folds.ts'
