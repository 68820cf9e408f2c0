export { foldsRoutes } from './routes.ts'
export { standAnew } from './stand-anew.ts'
export { startFolds } from './start-folds.ts'
