/**
 * What is not seen on paper: fillers, joiners, and the like, some of which are letters or marks to Unicode. Variation
 * selectors stay, since they choose the right form of a character in Japanese names.
 */
export const unseen = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u
