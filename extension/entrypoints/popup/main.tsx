import { followWindowInUse } from '../../platform/surfaces.ts'
import { mount } from '../../surfaces/mount.tsx'
import { Popup } from '../../surfaces/Popup.tsx'

followWindowInUse()
mount(<Popup />)
