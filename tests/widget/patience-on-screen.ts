import { configure } from '@testing-library/preact'
import { patience } from '../support/patience.ts'

configure({ asyncUtilTimeout: patience })
