import {
  Bot,
  CircleHelp,
  Code,
  Equal,
  FileSearch,
  Flag,
  Globe,
  ListTree,
  type LucideIcon,
  MessageSquare,
  Puzzle,
  Route,
  Split,
  Wrench,
} from 'lucide-react'

/** The icons of the built-in steps, at hand from the start; `moreStepIcons` has what plugins may name beside. */
export const stepIcons: Readonly<Record<string, LucideIcon>> = {
  bot: Bot,
  'circle-help': CircleHelp,
  code: Code,
  equal: Equal,
  'file-search': FileSearch,
  flag: Flag,
  globe: Globe,
  'list-tree': ListTree,
  'message-square': MessageSquare,
  puzzle: Puzzle,
  route: Route,
  split: Split,
  wrench: Wrench,
}
