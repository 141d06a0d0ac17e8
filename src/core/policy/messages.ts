export type MessageCode = string;
