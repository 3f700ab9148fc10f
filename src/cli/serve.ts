import { flushCompileCache } from 'node:module';
import { type Program, startProgram } from '../main.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command } from './command.ts';

/** How long a stop may take before the process ends anyway. */
const PATIENCE_MS = 30_000;

/** `xaso serve`: runs the program until Ctrl-C or a request to stop. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Chạy máy chủ / run the server',
  usage: `xaso serve

Cài đặt bằng biến môi trường / settings by environment: PORT (8080), HOST (127.0.0.1), XASO_DATA (./xaso-data),
DATABASE_URL, XASO_DEMO (0: không nạp dữ liệu mẫu / no demo data), XASO_PUBLIC_URL, XASO_LOG (silent | info | debug),
XASO_EXCHANGE_URL, XASO_EXCHANGE_TOKEN, XASO_AGENCIES_URL, XASO_AGENCIES_TOKEN (hệ thống khác / other systems), XASO_SSO, XASO_SSO_… (đăng nhập một lần / single sign-on),
XASO_GATEWAY, XASO_GATEWAY_MERCHANT, XASO_GATEWAY_SECRET (cổng thanh toán / payment gateway).`,
  async run(args, io) {
    if (args.length > 0) {
      io.say(serveCommand.usage);
      return 2;
    }
    const stopAsked = new Promise<void>((resolve) => {
      // For good, not once: Ctrl-C reaches the whole group, so that the launcher's copy of it comes as a second signal while we stop.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { resolve(); });
    });
    let program: Program;
    try {
      program = await startProgram(io.env, io.say, () => new Date());
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      io.say(error.message);
      return 1;
    }
    // Node writes what it compiled when it ends, which a power cut leaves no time for.
    setTimeout(flushCompileCache, 5000).unref();
    await stopAsked;
    io.say('Đang dừng… / Stopping…');
    const limit = setTimeout(() => process.exit(1), PATIENCE_MS);
    limit.unref();
    await program.stop();
    io.say('Đã dừng. / Stopped.');
    return 0;
  },
};
