/**
 * What a command on a group or thread is logged about. Public and private ones are told of under different permissions, so
 * open pages hear of them as different kinds of records.
 */
export const groupTarget = ({ id, isPrivate }: { readonly id: string; readonly isPrivate: boolean }) => ({
  type: isPrivate ? PRIVATE_GROUP : PUBLIC_GROUP,
  id,
});

export const threadTarget = (id: string, { isPrivate }: { readonly isPrivate: boolean }) => ({
  type: isPrivate ? PRIVATE_THREAD : PUBLIC_THREAD,
  id,
});

export const PUBLIC_GROUP = "discussion-group";
export const PRIVATE_GROUP = "private-discussion-group";
export const PUBLIC_THREAD = "discussion-thread";
export const PRIVATE_THREAD = "private-discussion-thread";
