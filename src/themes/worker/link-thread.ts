import { parentPort, workerData } from 'node:worker_threads'
import { findLinks, type LinkAsked } from './find-links.ts'

// One comparison of languages, then it ends: neither the server's own thread nor the one that places texts waits for it.

parentPort?.postMessage(findLinks(workerData as LinkAsked))
