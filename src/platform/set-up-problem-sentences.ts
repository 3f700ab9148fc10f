/** One sentence in the two languages of every screen. */
export interface SetUpSentence {
  readonly vi: string;
  readonly en: string;
}

/** What each set-up problem knows; passwords never stand here, because these facts are printed. */
export interface SetUpFacts {
  readonly 'settings-invalid': { readonly faults: readonly SetUpSentence[] };
  readonly 'port-taken': { readonly port: number; readonly holder?: string | undefined };
  readonly 'port-forbidden': { readonly port: number };
  readonly 'host-unavailable': { readonly host: string };
  readonly 'data-not-writable': { readonly path: string };
  readonly 'data-not-a-folder': { readonly path: string };
  readonly 'data-in-use': { readonly path: string; readonly pid: number; readonly machine?: string | undefined };
  readonly 'data-newer': { readonly path: string; readonly program: string };
  readonly 'data-version-unreadable': { readonly path: string };
  readonly 'disk-nearly-full': { readonly path: string; readonly freeMegabytes: number; readonly neededMegabytes: number };
  readonly 'disk-full': { readonly path: string };
  readonly 'database-unreachable': { readonly server: string };
  readonly 'database-host-unknown': { readonly server: string };
  readonly 'database-password': { readonly server: string; readonly user: string };
  readonly 'database-refuses-user': { readonly server: string; readonly user: string };
  readonly 'database-missing': { readonly server: string; readonly database: string };
  readonly 'database-newer': { readonly migration: string };
  readonly 'migration-edited': { readonly migration: string };
  readonly 'database-full-up': { readonly server: string };
  readonly 'database-encryption': { readonly server: string };
  readonly 'database-too-old': { readonly server: string; readonly version: string };
  readonly 'database-not-utf8': { readonly server: string; readonly encoding: string };
  readonly 'postgres-missing': { readonly platform: string };
  readonly 'postgres-cannot-run': { readonly detail: string };
  readonly 'postgres-as-root': { readonly path: string };
  readonly 'postgres-other-version': { readonly path: string; readonly found: string; readonly wanted: string };
  readonly 'postgres-password': { readonly path: string };
  readonly 'postgres-incomplete': { readonly path: string };
  readonly 'postgres-did-not-start': { readonly path: string; readonly detail: string };
}

/** The name of a set-up problem. */
export type SetUpCode = keyof SetUpFacts;

/** One plain sentence for every set-up problem: what is wrong and what to do about it. */
export const SET_UP_SENTENCES: { readonly [C in SetUpCode]: (facts: SetUpFacts[C]) => SetUpSentence } = {
  'settings-invalid': ({ faults }) => ({
    vi: `Cài đặt chưa đúng: ${faults.map((fault) => fault.vi).join('; ')}.`,
    en: `Some settings are wrong: ${faults.map((fault) => fault.en).join('; ')}.`,
  }),
  'port-taken': ({ port, holder }) => ({
    vi: `Cổng ${port} đang được ${holder ?? 'một chương trình khác'} sử dụng; hãy tắt chương trình đó hoặc chọn cổng khác, ví dụ PORT=${nextPort(port)}.`,
    en: `Port ${port} is in use by ${holder ?? 'another program'}; stop that program or choose another port, for example PORT=${nextPort(port)}.`,
  }),
  'port-forbidden': ({ port }) => ({
    vi: `Người dùng hiện tại không được phép mở cổng ${port}; hãy chọn cổng từ 1024 trở lên, ví dụ PORT=8080.`,
    en: `The current user may not open port ${port}; choose a port from 1024 up, for example PORT=8080.`,
  }),
  'host-unavailable': ({ host }) => ({
    vi: `Máy này không có địa chỉ mạng “${host}”; hãy đặt HOST=127.0.0.1 (chỉ máy này) hoặc HOST=0.0.0.0 (mọi máy trong mạng).`,
    en: `This machine has no network address “${host}”; set HOST=127.0.0.1 (this machine only) or HOST=0.0.0.0 (every machine on the network).`,
  }),
  'database-newer': ({ migration }) => ({
    vi: `Cơ sở dữ liệu đã được bản Xã Số mới hơn cập nhật (bước ${migration}); hãy cài bản mới hơn rồi chạy lại.`,
    en: `The database was updated by a newer Xã Số (step ${migration}); install the newer version and start again.`,
  }),
  'migration-edited': ({ migration }) => ({
    vi: `Tệp cập nhật cấu trúc ${migration} khác với tệp đã chạy trên cơ sở dữ liệu này; hãy cài lại đúng bản đã dùng.`,
    en: `The schema step ${migration} differs from the one that ran on this database; install again exactly the version that was used.`,
  }),
  'data-not-writable': ({ path }) => ({
    vi: `Không có quyền đọc và ghi thư mục dữ liệu ${path}; hãy cấp quyền cho người dùng đang chạy chương trình hoặc chọn thư mục khác bằng XASO_DATA.`,
    en: `The data folder ${path} cannot be read and written; give the user who runs the program that right or choose another folder with XASO_DATA.`,
  }),
  'data-not-a-folder': ({ path }) => ({
    vi: `Đường dẫn dữ liệu ${path} không phải là một thư mục; hãy chọn thư mục khác bằng XASO_DATA.`,
    en: `The data path ${path} is not a folder; choose another one with XASO_DATA.`,
  }),
  'data-in-use': ({ path, pid, machine }) => ({
    vi: `Một chương trình Xã Số khác (tiến trình ${pid}${machine === undefined ? '' : ` trên máy ${machine}`}) đang dùng thư mục dữ liệu ${path}; hãy tắt chương trình đó trước hoặc chọn thư mục khác bằng XASO_DATA.`,
    en: `Another Xã Số program (process ${pid}${machine === undefined ? '' : ` on machine ${machine}`}) is using the data folder ${path}; stop it first or choose another folder with XASO_DATA.`,
  }),
  'data-newer': ({ path, program }) => ({
    vi: `Thư mục dữ liệu ${path} được tạo bởi phiên bản mới hơn (${program}); hãy cập nhật chương trình lên phiên bản đó hoặc mới hơn, dữ liệu vẫn giữ nguyên.`,
    en: `The data folder ${path} was written by a newer version (${program}); update the program to that version or a later one, the data is untouched.`,
  }),
  'data-version-unreadable': ({ path }) => ({
    vi: `Không đọc được tệp ${path} ghi phiên bản của dữ liệu; hãy khôi phục tệp này từ bản sao lưu.`,
    en: `The file ${path}, which records the version of the data, cannot be read; restore it from a backup.`,
  }),
  'disk-nearly-full': ({ path, freeMegabytes, neededMegabytes }) => ({
    vi: `Ổ đĩa chứa ${path} chỉ còn ${freeMegabytes} MB trống, cần ít nhất ${neededMegabytes} MB; hãy giải phóng dung lượng rồi chạy lại.`,
    en: `The disk that holds ${path} has only ${freeMegabytes} MB free and needs at least ${neededMegabytes} MB; free some space and start again.`,
  }),
  'disk-full': ({ path }) => ({
    vi: `Ổ đĩa chứa ${path} đã đầy; hãy giải phóng dung lượng rồi chạy lại.`,
    en: `The disk that holds ${path} is full; free some space and start again.`,
  }),
  'database-unreachable': ({ server }) => ({
    vi: `Không kết nối được với máy chủ cơ sở dữ liệu ${server}; hãy kiểm tra máy chủ đang chạy và địa chỉ trong DATABASE_URL.`,
    en: `The database server ${server} cannot be reached; check that it is running and that the address in DATABASE_URL is right.`,
  }),
  'database-host-unknown': ({ server }) => ({
    vi: `Không tìm thấy máy chủ cơ sở dữ liệu ${server} trong mạng; hãy kiểm tra tên máy chủ trong DATABASE_URL.`,
    en: `No machine named as in ${server} was found on the network; check the server name in DATABASE_URL.`,
  }),
  'database-password': ({ server, user }) => ({
    vi: `Máy chủ cơ sở dữ liệu ${server} không nhận mật khẩu của người dùng “${user}”; hãy kiểm tra mật khẩu trong DATABASE_URL.`,
    en: `The database server ${server} does not accept the password of user “${user}”; check the password in DATABASE_URL.`,
  }),
  'database-refuses-user': ({ server, user }) => ({
    vi: `Máy chủ cơ sở dữ liệu ${server} không cho người dùng “${user}” kết nối; hãy nhờ người quản trị cấp quyền (pg_hba.conf, CONNECT).`,
    en: `The database server ${server} does not let user “${user}” connect; ask its administrator for the right (pg_hba.conf, CONNECT).`,
  }),
  'database-missing': ({ server, database }) => ({
    vi: `Máy chủ ${server} chưa có cơ sở dữ liệu “${database}”; hãy tạo bằng lệnh: createdb --encoding=UTF8 ${database}.`,
    en: `The server ${server} has no database “${database}” yet; create it with: createdb --encoding=UTF8 ${database}.`,
  }),
  'database-full-up': ({ server }) => ({
    vi: `Máy chủ cơ sở dữ liệu ${server} đã hết chỗ kết nối; hãy tăng max_connections hoặc tắt bớt chương trình khác.`,
    en: `The database server ${server} has no connections left; raise max_connections or stop other programs.`,
  }),
  'database-encryption': ({ server }) => ({
    vi: `Không thống nhất được kết nối mã hoá (TLS) với máy chủ cơ sở dữ liệu ${server}; hãy kiểm tra sslmode và chứng thư trong DATABASE_URL.`,
    en: `No encrypted (TLS) connection could be agreed with the database server ${server}; check sslmode and the certificate in DATABASE_URL.`,
  }),
  'database-too-old': ({ server, version }) => ({
    vi: `Máy chủ ${server} chạy PostgreSQL ${version}, chương trình cần PostgreSQL 15 trở lên; hãy nâng cấp máy chủ.`,
    en: `The server ${server} runs PostgreSQL ${version} and the program needs PostgreSQL 15 or later; upgrade the server.`,
  }),
  'database-not-utf8': ({ server, encoding }) => ({
    vi: `Cơ sở dữ liệu trên ${server} dùng bảng mã ${encoding} nên không giữ được tiếng Việt; hãy tạo cơ sở dữ liệu khác với bảng mã UTF8.`,
    en: `The database on ${server} is encoded as ${encoding}, which cannot hold Vietnamese; create another one encoded as UTF8.`,
  }),
  'postgres-missing': ({ platform }) => ({
    vi: `Chưa có cơ sở dữ liệu đi kèm cho máy này (${platform}); hãy chạy lại “npm ci” có các gói tuỳ chọn, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
    en: `The bundled database is missing for this machine (${platform}); run “npm ci” again with optional packages, or set DATABASE_URL to a PostgreSQL server.`,
  }),
  'postgres-cannot-run': ({ detail }) => ({
    vi: `Cơ sở dữ liệu đi kèm không chạy được trên máy này (${detail}); hãy đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
    en: `The bundled database cannot run on this machine (${detail}); set DATABASE_URL to a PostgreSQL server.`,
  }),
  'postgres-as-root': ({ path }) => ({
    vi: `Cơ sở dữ liệu đi kèm không chạy được dưới quyền root với thư mục ${path}; hãy chạy chương trình bằng người dùng thường hoặc đặt XASO_DATA ở nơi người dùng “nobody” vào được, ví dụ /var/lib/xaso.`,
    en: `The bundled database cannot run as root with the folder ${path}; run the program as an ordinary user, or set XASO_DATA to a place that user “nobody” can enter, such as /var/lib/xaso.`,
  }),
  'postgres-other-version': ({ path, found, wanted }) => ({
    vi: `Cơ sở dữ liệu trong ${path} thuộc PostgreSQL ${found}, chương trình này dùng PostgreSQL ${wanted}; hãy dùng phiên bản chương trình trước, sao lưu, rồi khôi phục bằng phiên bản này.`,
    en: `The database in ${path} belongs to PostgreSQL ${found} and this program uses PostgreSQL ${wanted}; go back to the earlier program, make a backup, and restore it with this one.`,
  }),
  'postgres-password': ({ path }) => ({
    vi: `Mật khẩu trong tệp ${path} không đúng với cơ sở dữ liệu; hãy tắt chương trình, xoá tệp này rồi chạy lại để chương trình tự đặt mật khẩu mới.`,
    en: `The password in the file ${path} does not fit the database; stop the program, delete this file and start again: the program then sets a new one.`,
  }),
  'postgres-incomplete': ({ path }) => ({
    vi: `Thư mục ${path} không phải là một cơ sở dữ liệu đầy đủ; hãy khôi phục từ bản sao lưu, hoặc đổi tên thư mục này để bắt đầu lại từ đầu.`,
    en: `The folder ${path} is not a complete database; restore it from a backup, or rename it to begin afresh.`,
  }),
  'postgres-did-not-start': ({ path, detail }) => ({
    vi: `Cơ sở dữ liệu đi kèm không khởi động được (${detail}); chi tiết trong ${path}.`,
    en: `The bundled database did not start (${detail}); details are in ${path}.`,
  }),
};

function nextPort(port: number): number {
  return port < 65_535 ? port + 1 : 8080;
}
