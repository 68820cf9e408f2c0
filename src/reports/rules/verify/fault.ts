/** What is wrong with a report and where: it is not published. */
export type Fault = { readonly rule: string; readonly at: string; readonly what: string }
