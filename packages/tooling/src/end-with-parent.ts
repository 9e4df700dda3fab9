// Loaded before the server by `pnpm start` and `pnpm dev`: when they are killed so hard that they cannot tell the
// server, the channel between the two breaks, and the server drains as if it had been told.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
