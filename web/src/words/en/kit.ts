import type { Same } from '../same.ts'
import type zh from '../zh/kit.ts'

const words: Same<typeof zh> = {
  product: 'Longcheng Qinqing Online',
  platform: 'Liuzhou government services for enterprises',
  skip: 'Skip to content',
  nav: 'Main pages',
  search: 'Search',
  close: 'Close',
  cancel: 'Not now',
  back: 'Back',
  moreActs: 'More',
  retry: 'Try again',
  home: 'Go home',
  loading: 'Fetching',
  slow: 'Still fetching. The network may be slow; no need to reload, it will appear by itself.',
  sample: 'Enterprises, people, policies and amounts on these pages are examples',
  new: 'New',

  live: {
    live: 'Live',
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    stale: 'As of {{at}}',
    again: 'Trying again by itself; it shows here as soon as it is back.',
    caughtUp_one: 'Caught up, {{count}} change',
    caughtUp_other: 'Caught up, {{count}} changes',
    about: {
      live: 'What changes elsewhere shows here at once',
      reconnecting: 'The connection broke and is coming back; this page shows data of {{at}}',
      offline: 'No network; this page shows data of {{at}} and catches up when connected',
      stale: 'This page shows data of {{at}}',
    },
  },

  identity: {
    open: 'Open the identity menu',
    handler: 'Handled by',
    legal: 'Legal representative',
    switchTo: 'Switch identity',
    current: 'Current identity',
    language: 'Language',
    look: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    signOut: 'Sign out',
  },
  bell: { none: 'Notices, none unread', unread_one: 'Notices, {{count}} unread', unread_other: 'Notices, {{count}} unread' },

  status: { met: 'Met', failed: 'Not met', unknown: 'Unknown', late: 'Late', due: 'Due soon', paused: 'Paused', waiting: 'Under way' },

  time: {
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    justNow: 'just now',
    minutesAgo_one: '{{count}} minute ago',
    minutesAgo_other: '{{count}} minutes ago',
    before: 'by {{at}}',
    beforeDay: 'by {{at}}',
    left_one: '{{count}} working day left',
    left_other: '{{count}} working days left',
    lastDay: 'Last working day',
    dueToday: 'Due today',
    late_one: '{{count}} working day late',
    late_other: '{{count}} working days late',
    paused: 'Clock paused',
    pausedFor: 'Clock paused · waiting for {{who}}',
    pausedShort: 'Paused · {{who}}',
    expected: 'expected {{at}}',
    used_one: '{{count}} working day used',
    used_other: '{{count}} working days used',
    usedCalendar_one: '{{count}} calendar day used',
    usedCalendar_other: '{{count}} calendar days used',
    pausedDays_other: '{{count}} paused',
    leftDays_other: '{{count}} left',
    overDays_other: '{{count}} over',
  },

  money: { about: 'about', most: 'up to' },

  progress: { done: 'done', now: 'under way', wait: 'waiting', next: 'not started', step: 'Step {{at}} of {{of}}' },

  keys: {
    title: 'Keyboard shortcuts',
    button: 'Shortcuts',
    quiet: 'Letter keys do nothing while you are typing.',
    everywhere: 'Everywhere',
    help: 'All shortcuts',
    search: 'Search',
  },

  list: {
    newcomers_one: '{{count}} new',
    newcomers_other: '{{count}} new',
    held: 'Held back while you look at the list',
    show: 'Show now',
    gone: 'Left this list',
  },

  form: {
    wrong: 'Not right?',
    wrongOf: '{{label}}: not right?',
    optional: 'optional',
    letters: '{{used}}/{{most}} characters',
  },

  file: {
    choose: 'Choose a file',
    change: 'Replace',
    view: 'View',
    remove: 'Remove',
    again: 'Upload again',
    stop: 'Stop the upload',
    pause: 'Pause',
    go: 'Go on',
    goOn: 'Choose the same file',
    paused: 'Paused at {{percent}}%',
    waiting: 'No connection at {{percent}}%; it goes on when it is back',
    cut: 'It stopped at {{percent}}%. Choose "{{name}}" again and it goes on there',
    drop: 'or drop it here',
    uploaded: 'Uploaded',
    uploading: 'Uploading, {{percent}} %',
    limits: '{{kinds}}, at most {{size}} each',
    tooBig: '“{{name}}” has {{size}}, more than the {{most}} a file may have. Please compress or split it.',
    wrongKind: '“{{name}}” has a format that cannot be used. Please choose {{kinds}}.',
    empty: '“{{name}}” is empty. Please check it and choose again.',
  },

  trouble: {
    notFound: {
      title: 'This page was not found',
      why: 'The link may have expired, or you may not see what it leads to.',
      todo: 'Go home, or search above for a name or receipt number.',
    },
    forbidden: {
      title: 'Your present identity may not open this page',
      why: 'The missing right: {{right}}.',
      whyUnnamed: 'This page is open only to those who are responsible for it.',
      todo: 'If you need it, ask {{who}}; if you have another identity, go home and switch at the top right.',
      admin: 'the administrator of your organisation',
    },
    offline: {
      title: 'There is no network',
      why: 'The page could not be fetched. What was shown as saved is kept.',
      todo: 'Please check the network; this page opens by itself when it is back.',
    },
    unreachable: {
      title: 'The service cannot be reached',
      why: 'Your network works, the service does not answer. What was shown as saved is kept.',
      todo: 'Please try again in a while; for urgent matters call 12345.',
    },
    broken: {
      title: 'Something went wrong on this page',
      why: 'The fault was recorded. What was shown as saved is kept.',
      todo: 'Please try again; if it stays, go home and come in another way, or call 12345.',
      detail: 'Please add this line when you report it',
    },
    old: {
      title: 'The system has just been updated',
      why: 'This page is from before the update and lacks a part. What was saved is kept.',
      todo: 'Opening the page again is enough.',
      reload: 'Open again',
    },
    moved: {
      title: 'This is on another page of yours',
      why: 'The address that you opened is meant for the other side, such as a link from an enterprise.',
      todo: 'The same thing has a page of its own on your side.',
      go: 'Go there',
    },
  },

  undo: 'Undo',
}

export default words
