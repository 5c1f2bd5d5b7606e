/** An invitation that was just sent, with its link, which is shown this once. */
export interface Sent {
  id: string
  address: string
  invitee: string
}
