import type { MonitorLevel } from '../core/monitor-row.ts'
import type { ChannelKind, Sound } from '../core/settings.ts'
import { plural } from './plural.ts'

/** What rings, warns, notifies or is to be quiet, and which chats are shown. */
export const attention = {
  due: {
    in: (time: string) => `Answer due in ${time}`,
    over: (time: string) => `Overdue by ${time}`,
    soon: (visitor: string) => `${visitor}: answer due soon`,
    overdue: (visitor: string) => `${visitor}: answer overdue`,
    soonText: (time: string) => `Somebody should answer by ${time}.`,
    badge: (count: number) => plural(count, { one: '1 answer due soon', other: '# answers due soon' }),
    badgeOverdue: (count: number) => plural(count, { one: '1 answer overdue', other: '# answers overdue' }),
  },
  monitor: {
    label: 'Monitor',
    labelOn: (level: string) => `Monitor: ${level}`,
    levels: {
      off: 'Off',
      visitor: 'The visitor’s activity',
      all: 'All activity',
    } satisfies Record<MonitorLevel | 'off', string>,
    explained: 'Each event in this chat that you are not looking at notifies you.',
  },
  followUps: {
    missing: 'This chat cannot be shown',
  },
  queue: {
    place: (place: number) => (place === 1 ? 'Next in line' : `Number ${place} in line`),
    mute: 'Mute this request',
    muted: 'Muted here; it still waits.',
  },
  quiet: {
    heading: 'Do not disturb',
    until: (time: string) => `Do not disturb until ${time}`,
    forGood: 'Do not disturb',
    explained: 'Nothing rings, and no notification appears. Badge and lists go on.',
    change: 'Change',
    on: 'Do not disturb at these hours',
    onHint: 'Then nothing rings, and no notification appears. Badge and lists go on.',
    offHint: 'Requests ring at any hour.',
    from: 'From',
    to: 'To',
    overnight: 'Ends the next day.',
    wholeDay: 'A whole day.',
    days: 'Begins on',
    noDay: 'Choose a day, or it never begins.',
  },
  sound: {
    label: 'Sound of the ring',
    names: {
      bell: 'Desk bell',
      chime: 'Chime',
      wood: 'Wood',
      phone: 'Telephone',
    } satisfies Record<Sound, string>,
    play: 'Play',
  },
  facts: {
    declined: (agent: string) => `${agent} declined`,
    moved: (group: string) => `The chat is in ${group} now`,
    noted: (agent: string) => `${agent} wrote a closing note`,
    followedUp: (agent: string) => `${agent} is done with it`,
  },
  filter: {
    label: 'Filter',
    search: 'Search',
    groups: 'Groups',
    allGroups: 'All groups',
    myGroups: 'My groups',
    goneGroup: 'A group that is gone',
    channel: 'Channel',
    allChannels: 'All channels',
    channels: {
      'live-chat': 'Live chat',
      callback: 'Callback',
      message: 'Message left',
      colleague: 'Colleague',
    } satisfies Record<ChannelKind, string>,
    remove: 'Remove the filter',
    hidden: (count: number) => plural(count, { one: 'The filter hides one more.', other: 'The filter hides # more.' }),
    none: 'Nothing here passes the filter',
    noneText: (count: number) =>
      plural(count, { one: 'It hides one that is in this list.', other: 'It hides # that are in this list.' }),
  },
}
