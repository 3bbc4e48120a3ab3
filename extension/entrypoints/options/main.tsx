import { mount } from '../../surfaces/mount.tsx'
import { Options } from '../../surfaces/Options.tsx'

mount(<Options />)
