import type { Identity } from '#shared/contract/identity.ts'
import { texts } from '../../i18n/texts.ts'
import { Known } from './Known.tsx'
import { Proof } from './Proof.tsx'
import { Reach } from './Reach.tsx'

interface Props {
  readonly name: string
  readonly identity: Identity
}

const t = texts.identity

/** Who the site says that the visitor is (W11): what it has signed is told apart from what the page only says. */
export const IdentityFacts = ({ name, identity: { id, email, phone, signed } }: Props) => (
  <>
    <Known term={t.id}>
      <bdi>{id}</bdi> <Proof signed />
    </Known>
    {name && (
      <Known term={t.name}>
        <bdi>{name}</bdi> <Proof signed={signed.includes('name')} />
      </Known>
    )}
    {email && (
      <Known term={t.email}>
        <Reach type="email" value={email} /> <Proof signed={signed.includes('email')} />
      </Known>
    )}
    {phone && (
      <Known term={t.phone}>
        <Reach type="phone" value={phone} /> <Proof signed={signed.includes('phone')} />
      </Known>
    )}
  </>
)
