/** The shared style of text inputs and selects. 16 px text on touch screens keeps phones from zooming in. */
export const controlClass = "control";
