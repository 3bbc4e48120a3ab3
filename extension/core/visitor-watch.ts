/**
 * While a surface shows the visitors it says so every `renewEvery`; its word holds for `lasts`, and as long as one holds the server
 * is asked every `askEvery`. What is older than `trueFor` is not shown as what is. In ms.
 */
export const visitorWatch = { renewEvery: 4_000, lasts: 9_000, askEvery: 2_000, trueFor: 15_000 } as const
