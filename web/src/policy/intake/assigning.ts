import type { IntakeDocument } from '@qinqing/domain/policy/intake/contract'
import type { OfficeDocument } from '@qinqing/domain/organisation/office/contract'
import { officeName } from '../../parts/offices.ts'

type Authorities = NonNullable<IntakeDocument['preview']>['authorities']

/** The office that a department of the file already is here, by its very name. */
export const officeOf = (authority: string, offices: readonly OfficeDocument[]): OfficeDocument | undefined =>
  offices.find(one => officeName(one) === authority) ?? offices.find(one => one.bureau === authority)

/** Which office answers for whom: what was chosen, else what is known by name; what goes to the intake's own office need not be said. */
export function assignmentsOf(
  authorities: Authorities, offices: readonly OfficeDocument[], chosen: Readonly<Record<string, string>>, own: string,
): IntakeDocument['assignments'] {
  return authorities.flatMap(({ name }) => {
    const wanted = Object.hasOwn(chosen, name) ? offices.find(({ id }) => id === chosen[name]) : officeOf(name, offices)
    return wanted && wanted.id !== own ? [{ authority: name, office: wanted.id, officeName: officeName(wanted) }] : []
  })
}
