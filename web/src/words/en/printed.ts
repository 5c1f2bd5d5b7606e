import type { Same } from '../same.ts'
import type zh from '../zh/printed.ts'

const words: Same<typeof zh> = {
  back: 'Back to the application',
  print: 'Print',
  hint: 'A4, about one page. The print window can save it as a PDF.',
  printed: 'Printed {{at}}',
  check: 'Sign in to Longcheng Qinqing Online and look up the number to see every step.',
  absent: {
    title: 'Nothing to print yet', receipt: 'This application has not been submitted; its receipt is there at once when it is.',
    notice: 'This application has not been decided; the notice is here when it is.', todo: 'Go back to the application to see how far it is.',
  },

  receipt: {
    received: 'Receipt of submission',
    accepted: 'Receipt of acceptance',
    receivedLead: '{{office}} has received the application below. It has not been accepted yet; when it is, this becomes a receipt of acceptance with the same number.',
    acceptedLead: '{{office}} has accepted the application below.',
    numberReceived: 'Submission number',
    numberAccepted: 'Receipt number',
    acceptedAt: 'Accepted',
    contact: 'Contact',
    papers: 'Materials received',
    paper: 'Material',
    file: 'File',
    digest: 'Digest',
    noPapers: 'This item asks for no materials.',
    note: 'The digest is the first 16 signs of the SHA-256 of the file: it differs when a single byte does.',
  },

  notice: {
    approved: 'Decision of approval',
    refused: 'Decision of refusal',
    lapsed: 'Notice of termination',
    to: '{{enterprise}}',
    code: ' (unified social credit code {{code}})',
    lead: 'Your application for "{{item}}", submitted {{submitted}}, has been examined.',
    approvedText: 'It meets the conditions of "{{policy}}" (version {{version}}) and is approved.',
    refusedText: 'It does not meet the conditions of "{{policy}}" (version {{version}}) and is refused.',
    lapsedText: 'Corrections were needed and were not handed in by the day set; the application is closed.',
    amount: 'Amount approved',
    capitals: 'in Chinese capitals: 人民币{{words}}',
    pay: '{{office}} pays it to the account stated in the application.',
    opinion: 'Opinion',
    reason: 'Facts and reasons',
    clause: 'On the ground of',
    remedy: 'Whoever does not accept this decision may apply for administrative reconsideration within sixty days of receiving it, or bring an administrative suit within six months; {{office}} ({{phone}}) answers questions first.',
    again: 'You may apply again when everything is ready.',
    by: 'Handled by',
    office: '{{office}} (seal)',
  },
}

export default words
