/** What is selected in a text, by places in it; a caret where both are the same. */
export interface TextSelection {
  readonly from: number
  readonly to: number
}
