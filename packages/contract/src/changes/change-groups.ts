/** The three groups in which the Department's guide lists what has to be reported. */
export const changeGroups = ['income', 'living', 'other'] as const
