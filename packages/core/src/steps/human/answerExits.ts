/** The ways out of an approval. */
export const APPROVED = 'approved'
export const REJECTED = 'rejected'
