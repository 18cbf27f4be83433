import type { Server } from 'node:http'

export function serve(folder: string, wantedPort: number): Promise<{ server: Server; port: number; address: string }>
