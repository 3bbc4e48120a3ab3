import { Desk } from '../../surfaces/Desk.tsx'
import { mount } from '../../surfaces/mount.tsx'

mount(<Desk place="window" />)
