import type { Same } from '../same.ts'
import type zh from '../zh/portal.ts'
import policies from './portal/policies.ts'
import applications from './portal/applications.ts'

const words: Same<typeof zh> = {
  nav: { home: 'Home', applications: 'My applications', policies: 'Find policies' },
  title: {
    home: 'Home', applications: 'My applications', policies: 'Find policies',
    signIn: 'Sign in',
  },
  capacity: { legal: 'Legal rep.', agent: 'Handled by' },
  foot: { phone: 'Advice: 12345' },

  signIn: {
    pitch: 'Policies for enterprises: understood at a glance, applied for in one step',
    promise: 'What you can get, what is missing, how far it has come: all on the first screen once you have signed in.',
    title: 'Sign in',
    name: 'User name',
    password: 'Password',
    act: 'Sign in',
    noName: 'Enter your user name',
    noPassword: 'Enter your password',
    wait: 'Too many attempts; you can try again in {{seconds}} seconds. What you typed is still here.',
    waitShort: 'Again in {{seconds}} s',
    demo: 'This is a demonstration. User names and passwords stand in the window in which the server was started.',
    forgot: 'Forgotten your password? Ask your administrator to set a new one, or call 12345.',
    nowhere: 'Your account has no post and no enterprise yet, so there is no page for you. Ask the administrator.',
  },
  promised: 'Promised: {{days}}',

  start: {
    start: 'Start application',
    automatic: 'Confirm and receive',
    instant: 'Apply in one step',
    continue: 'Go on filling in',
    correct: 'Correct it',
    follow: 'See progress',
    result: 'See the result',
    closed: 'Applications are not being taken at this time',
    notOpen: 'See the policy',
    then: 'It is kept as a draft; {{office}} gets it only when you have checked and submitted it',
    thenFailed_one: '{{count}} condition is not met now and it may be refused; see first how to change that',
    thenFailed_other: '{{count}} conditions are not met now and it may be refused; see first how to change that',
    thenUnknown_one: '{{count}} condition is still open; {{office}} judges it once submitted',
    thenUnknown_other: '{{count}} conditions are still open; {{office}} judges them once submitted',
    thenCorrect: 'Time goes on once it is back; {{office}} is told',
  },

  home: {
    hello: {
      morning: 'Good morning, {{name}}. ', noon: 'Hello, {{name}}. ', afternoon: 'Good afternoon, {{name}}. ',
      evening: 'Good evening, {{name}}. ',
    },
    headline: {
      correct_one: '{{count}} thing waits for your correction',
      correct_other: '{{count}} things wait for your correction',
      both_one: '{{count}} thing waits for you, {{corrections}} to correct',
      both_other: '{{count}} things wait for you, {{corrections}} to correct',
      drafts_one: '{{count}} application is not submitted yet',
      drafts_other: '{{count}} applications are not submitted yet',
      eligible_one: '{{count}} policy is open to you now',
      eligible_other: '{{count}} policies are open to you now',
      quiet: 'Nothing waits for you',
    },
    nearest: 'The nearest is due {{until}}.',
    late: 'The nearest is past its day; please hand it in soon.',
    running_one: '{{count}} application is being handled.',
    running_other: '{{count}} applications are being handled.',
    since_one: 'Since your last visit ({{at}}), {{count}} application has moved on.',
    since_other: 'Since your last visit ({{at}}), {{count}} applications have moved on.',
    sinceNone: 'Nothing has changed since your last visit ({{at}}).',
    welcome: 'Welcome: here are the policies found for your enterprise.',

    todo: {
      title: 'For me to do',
      count_one: '{{count}}',
      count_other: '{{count}}',
      andMore_one: '({{count}} item)',
      andMore_other: '({{count}} items)',
      asked: '{{item}} · asked by {{who}} {{at}}',
      draft: 'Draft, {{percent}}% filled in · saved {{at}}',
      more_one: 'See {{count}}',
      more_other: 'See all {{count}}',
      empty: {
        what: 'Nothing waits for you',
        how: 'When an office asks for a correction, or you have begun an application, it stands here with its day.',
      },
    },
    mine: {
      title: 'My applications',
      count_one: '{{count}} being handled',
      count_other: '{{count}} being handled',
      more_one: 'See {{count}}',
      more_other: 'See all {{count}}',
      empty: {
        what: 'No application is being handled', how: 'Once you submit one, every step shows here as it happens: when, and by whom.',
        act: 'Find what you can get',
      },
    },
    eligible: {
      title: 'Open to you',
      sum_one: '{{count}}, about',
      sum_other: '{{count}}, together about',
      sumOf_one: '{{all}}, of which {{count}} can still be applied for, about',
      sumOf_other: '{{all}}, of which {{count}} can still be applied for, together about',
      count_one: '{{count}}',
      count_other: '{{count}}',
      countOf_one: '{{all}}, of which {{count}} can still be applied for',
      countOf_other: '{{all}}, of which {{count}} can still be applied for',
      more_one: 'See {{count}} item',
      more_other: 'See all {{count}} items',
      empty: {
        what: 'No policy fits entirely at the moment', how: 'It is looked at again whenever your data changes or a policy is published.',
        act: 'See what is nearly there',
      },
      empty0: { what: 'No policy has been published yet', how: 'As soon as one is, it is judged for your enterprise and shows here.' },
    },
    near: {
      title: 'Nearly there',
      count_one: '{{count}}; fill the gap and apply',
      count_other: '{{count}}; fill the gap and apply',
      how: 'What to do',
      link: 'See how',
      all: 'See all',
    },
    unverified_one: '{{count}} more item has to be verified before one knows.',
    unverified_other: '{{count}} more items have to be verified before one knows.',
    unverifiedLink: 'See them',
  },

  ...policies,
  ...applications,
}

export default words
