import type { Same } from '../same.ts'
import type zh from '../zh/portal.ts'

const words: Same<typeof zh> = {
  nav: { home: 'Home', applications: 'My applications', policies: 'Find policies' },
  searchHint: 'Policies, applications, offices',
  title: {
    home: 'Home', applications: 'My applications', policies: 'Find policies', application: 'Application', form: 'Fill in an application',
    policy: 'Policy', signIn: 'Sign in',
  },
}

export default words
