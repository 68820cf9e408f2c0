type Kept<Id> = { readonly id: Id; form: number }

/** Which texts have which form, in the order of their arrival. */
export type FormTexts<Id> = {
  add(id: Id, form: number): void
  /** Takes a text out; false when it is not there. */
  remove(id: Id): boolean
  /** The earliest text of a form and how many there are; nothing when all were taken out. */
  of(form: number): { readonly id: Id; readonly copies: number } | undefined
  readonly size: number
}

const takenOut = -1

/** Every step takes a time that does not grow with the number of copies, also when the earliest ones go first. */
export function openFormTexts<Id>(): FormTexts<Id> {
  const byId = new Map<Id, Kept<Id>>()
  const forms: { first: number; copies: number; readonly texts: Kept<Id>[] }[] = []
  return {
    add(id, form) {
      const kept = { id, form }
      byId.set(id, kept)
      const texts = forms[form]
      if (texts === undefined) forms[form] = { first: 0, copies: 1, texts: [kept] }
      else {
        texts.texts.push(kept)
        texts.copies++
      }
    },
    remove(id) {
      const kept = byId.get(id)
      const texts = kept && forms[kept.form]
      if (kept === undefined || texts === undefined) return false
      byId.delete(id)
      kept.form = takenOut
      texts.copies--
      while (texts.first < texts.texts.length && texts.texts[texts.first]?.form === takenOut) texts.first++
      return true
    },
    of(form) {
      const texts = forms[form]
      const first = texts?.texts[texts.first]
      return texts === undefined || first === undefined ? undefined : { id: first.id, copies: texts.copies }
    },
    get size() {
      return byId.size
    },
  }
}
