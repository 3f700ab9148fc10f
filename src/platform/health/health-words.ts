import { fillMessage } from '../i18n/catalogue.ts';
import { type Locale } from '../i18n/locale.ts';
import { type HealthFinding } from './finding.ts';

/** A finding in words: what is there, what it means, what to do next. Where all is well, the first says enough. */
export interface HealthSentences {
  readonly what: string;
  readonly means: string;
  readonly next: string;
}

type Words = readonly [what: string, means: string, next: string];
const WELL: Words = ['', '', ''];
const well = (what: string): Words => [what, WELL[1], WELL[2]];

/** The words of every finding. */
export const HEALTH_WORDS: Readonly<Record<string, Readonly<Record<Locale, Words>>>> = {
  'disk.well': { vi: well('Ổ đĩa còn {free} GB trống ({percent} %).'), en: well('{free} GB of the disk are free ({percent} %).') },
  'disk.filling': {
    vi: ['Ổ đĩa chứa {folder} còn {free} GB trống ({percent} %).', 'Vài tuần nữa có thể đầy; khi đầy, chương trình không ghi được hồ sơ.', 'Xóa tệp không cần trên ổ đĩa này hoặc thay ổ lớn hơn.'],
    en: ['The disk with {folder} has {free} GB left ({percent} %).', 'It may be full in a few weeks; then no dossier can be written.', 'Remove what is not needed from this disk, or put in a larger one.'],
  },
  'disk.full': {
    vi: ['Ổ đĩa chứa {folder} chỉ còn {free} GB trống ({percent} %).', 'Cơ sở dữ liệu sắp dừng: hồ sơ mới sẽ không lưu được.', 'Giải phóng chỗ trống ngay hôm nay, trước khi nhận thêm hồ sơ.'],
    en: ['The disk with {folder} has only {free} GB left ({percent} %).', 'The database is about to stop: new dossiers will not be kept.', 'Make room today, before more dossiers are taken in.'],
  },
  'clock.well': { vi: well('Đồng hồ máy khớp với cơ sở dữ liệu (lệch {seconds} giây).'), en: well('The clock agrees with the database ({seconds} seconds apart).') },
  'clock.stands-still': {
    vi: ['Đồng hồ của chương trình đứng yên ở {time}.', 'Ngày hẹn, số giấy và nhật ký đều ghi sai giờ.', 'Khởi động lại máy; nếu vẫn vậy, nhờ người quản trị máy kiểm tra đồng hồ hệ thống.'],
    en: ['The program’s clock stands still at {time}.', 'Due dates, numbers and the journal get the wrong time.', 'Restart the machine; if it stays so, have its clock looked at.'],
  },
  'clock.differs': {
    vi: ['Đồng hồ máy lệch {seconds} giây so với máy chủ cơ sở dữ liệu.', 'Giờ trên giấy tiếp nhận và trong nhật ký có thể sai.', 'Bật tự đồng bộ giờ (NTP) trên cả hai máy rồi chạy lại lệnh này.'],
    en: ['The clock is {seconds} seconds away from the database server’s.', 'Times on receipts and in the journal may be wrong.', 'Switch time synchronisation (NTP) on for both machines, then run this again.'],
  },
  'clock.before-journal': {
    vi: ['Đồng hồ máy chậm hơn dòng nhật ký mới nhất {minutes} phút.', 'Đồng hồ đã bị chỉnh lùi, hoặc trước đây chạy nhanh.', 'Chỉnh đúng giờ, bật tự đồng bộ giờ (NTP). Nhật ký không bị hỏng: ngày không bao giờ đi lùi.'],
    en: ['The clock is {minutes} minutes before the newest line of the journal.', 'It was set back, or ran ahead before.', 'Set it right and switch time synchronisation (NTP) on. The journal is not torn: its day never goes back.'],
  },
  'devices.well': { vi: well('{count} thiết bị đang chạy, lần cuối thấy: {devices}.'), en: well('{count} devices are running, last seen: {devices}.') },
  'devices.silent': {
    vi: ['Quá một ngày chưa thấy: {devices}.', 'Máy tắt, mất mạng hoặc đã thôi dùng. Trong ngoặc là lần cuối thấy.', 'Bật máy và kiểm tra mạng; nếu thôi dùng, ngắt máy ở trang “Thiết bị”.'],
    en: ['Not seen for more than a day: {devices}.', 'Switched off, without a network, or no longer used. In brackets: last seen.', 'Switch it on and look at its network; if it is no longer used, revoke it on the page “Devices”.'],
  },
  'devices.copied': {
    vi: ['Khóa đã bị chép sang nơi khác, máy đã tự ngắt: {devices}.', 'Có người cầm khóa của máy, hoặc trình duyệt của máy bị khôi phục từ bản sao cũ.', 'Xem nhật ký (hành động “Khóa thiết bị bị chép”) để biết địa chỉ, kiểm tra máy, rồi ghép lại.'],
    en: ['The key was copied and the device was ended: {devices}.', 'Somebody holds the key, or the browser of the device was restored from an old copy.', 'Look into the journal (action “Key of a device copied”) for the address, examine the device, then pair it again.'],
  },
  'database.well': { vi: well('Cơ sở dữ liệu PostgreSQL {version}: đủ bảng, đủ quyền, lịch sử không sửa được.'), en: well('Database PostgreSQL {version}: schema and rights are complete, history cannot be changed.') },
  'database.too-old': {
    vi: ['PostgreSQL {version} quá cũ.', 'Chương trình cần bản 15 trở lên.', 'Nâng cấp máy chủ PostgreSQL.'],
    en: ['PostgreSQL {version} is too old.', 'The program needs version 15 or later.', 'Upgrade the PostgreSQL server.'],
  },
  'database.role-missing': {
    vi: ['Thiếu vai trò xaso_app trong cơ sở dữ liệu.', 'Chương trình không khởi động được với quyền hạn chế.', 'Khởi động lại chương trình để tạo vai trò; với máy chủ riêng, tài khoản trong DATABASE_URL cần quyền CREATEROLE.'],
    en: ['The role xaso_app is missing in the database.', 'The program cannot work with its narrow rights.', 'Restart the program, which makes it; on a server of your own the account of DATABASE_URL needs CREATEROLE.'],
  },
  'database.login-missing': {
    vi: ['Chương trình đăng nhập cơ sở dữ liệu bằng tài khoản chủ rồi tự hạ quyền.', 'Ai lợi dụng được một lỗ hổng câu lệnh có thể lấy lại quyền chủ, kể cả quyền sửa nhật ký.', 'Cấp quyền CREATEROLE cho tài khoản trong DATABASE_URL (và một dòng trong pg_hba.conf cho tài khoản xaso_office_…), rồi khởi động lại chương trình.'],
    en: ['The program signs in to the database as its owner and steps down.', 'Whoever smuggles in a statement could take the owner’s rights back, the right to change the journal among them.', 'Give the account of DATABASE_URL the right CREATEROLE (and pg_hba.conf a line for the account xaso_office_…), then restart the program.'],
  },
  'database.schema-behind': {
    vi: ['Cơ sở dữ liệu thiếu {missing} bước cập nhật.', 'Chương trình mới hơn dữ liệu; lần khởi động tới sẽ tự cập nhật.', 'Sao lưu rồi khởi động lại chương trình.'],
    en: ['The database lacks {missing} steps of its schema.', 'The program is newer than the data and will bring them forward when it starts.', 'Make a copy, then restart the program.'],
  },
  'database.schema-ahead': {
    vi: ['Cơ sở dữ liệu có thêm {more} bước cập nhật mà chương trình này không biết.', 'Dữ liệu đã được chương trình mới hơn dùng.', 'Cài bản chương trình mới nhất; đừng chạy bản cũ trên dữ liệu này.'],
    en: ['The database has {more} steps that this program does not know.', 'A newer program has used the data.', 'Install the newest program; do not run an older one on these data.'],
  },
  'database.right-missing': {
    vi: ['Chương trình không đọc được bảng: {tables}.', 'Vài màn hình sẽ báo lỗi.', 'Ai đó đã đổi quyền bằng tay. Khởi động lại chương trình; nếu vẫn vậy, cấp lại quyền cho vai trò xaso_app.'],
    en: ['The program cannot read the tables {tables}.', 'Some screens will fail.', 'Somebody changed rights by hand. Restart the program; if it stays so, give the role xaso_app its rights back.'],
  },
  'database.history-open': {
    vi: ['Bảng lịch sử sửa hoặc xóa được: {tables}.', 'Bức tường bảo vệ nhật ký đã bị mở.', 'Thu lại quyền UPDATE, DELETE của vai trò xaso_app trên các bảng này và kiểm tra nhật ký.'],
    en: ['Tables of history could be changed or emptied: {tables}.', 'The wall around the journal is open.', 'Take UPDATE and DELETE on these tables away from the role xaso_app and verify the journal.'],
  },
  'database.rows-open': {
    vi: ['Bảng chưa khóa theo xã trong cơ sở dữ liệu: {tables}.', 'Bức tường thứ hai giữa các xã không đứng ở đây.', 'Báo nơi cung cấp chương trình, kèm tên bảng.'],
    en: ['Tables that the database does not keep apart by commune: {tables}.', 'The second wall between communes does not stand here.', 'Tell whoever provides the program, with the names of the tables.'],
  },
  'backups.well': { vi: well('Bản sao mới nhất trong {folder} cách đây {hours} giờ.'), en: well('The newest copy in {folder} is {hours} hours old.') },
  'backups.nowhere': {
    vi: ['Chưa chỉ nơi để bản sao lưu, và chương trình chưa có lệnh tự sao lưu.', 'Hỏng ổ đĩa là mất hết hồ sơ.', 'Đặt lịch sao chép thư mục dữ liệu khi chương trình dừng (hoặc dùng pg_basebackup), rồi đặt XASO_BACKUPS là thư mục chứa bản sao để lệnh này theo dõi.'],
    en: ['No place for copies is named, and the program has no command that makes them yet.', 'A broken disk would take every dossier with it.', 'Have the data folder copied while the program is stopped (or use pg_basebackup), and name the folder of the copies in XASO_BACKUPS so that they are watched.'],
  },
  'backups.unreadable': {
    vi: ['Không mở được thư mục bản sao {folder} ({fault}).', 'Không biết có bản sao nào không.', 'Kiểm tra ổ đĩa mạng, quyền đọc, hoặc sửa XASO_BACKUPS.'],
    en: ['The folder of copies {folder} cannot be read ({fault}).', 'Nobody knows whether there is a copy.', 'Look at the network drive and its rights, or mend XASO_BACKUPS.'],
  },
  'backups.none': {
    vi: ['Thư mục bản sao {folder} trống.', 'Hỏng ổ đĩa là mất hết hồ sơ.', 'Làm một bản sao ngay và kiểm tra lịch sao lưu.'],
    en: ['The folder of copies {folder} is empty.', 'A broken disk would take every dossier with it.', 'Make a copy now and look at the schedule.'],
  },
  'backups.late': {
    vi: ['Bản sao mới nhất trong {folder} đã {hours} giờ.', 'Lần sao lưu đêm qua không chạy.', 'Kiểm tra lịch sao lưu.'],
    en: ['The newest copy in {folder} is {hours} hours old.', 'Last night’s did not happen.', 'Look at the schedule of the copies.'],
  },
  'backups.old': {
    vi: ['Bản sao mới nhất trong {folder} đã {days} ngày.', 'Hỏng ổ đĩa là mất hồ sơ của chừng ấy ngày.', 'Làm một bản sao ngay và sửa lịch sao lưu.'],
    en: ['The newest copy in {folder} is {days} days old.', 'A broken disk would take the dossiers of so many days with it.', 'Make a copy now and mend the schedule.'],
  },
  'certificate.well': { vi: well('Chứng thư của {url} còn {days} ngày.'), en: well('The certificate of {url} holds for {days} days more.') },
  'certificate.unreachable': {
    vi: ['Không nối được tới {url} ({fault}).', 'Có thể máy này không đi ra ngoài được, cũng có thể người dân không vào được.', 'Mở {url} bằng điện thoại ngoài mạng cơ quan; nếu không được, kiểm tra tên miền và tường lửa.'],
    en: ['{url} could not be reached ({fault}).', 'Perhaps this machine cannot go out, perhaps citizens cannot come in.', 'Open {url} with a phone outside the office’s network; if that fails, look at the name and the firewall.'],
  },
  'certificate.ended': {
    vi: ['Chứng thư của {url} đã hết hạn {days} ngày.', 'Trình duyệt chặn, người dân không vào được.', 'Gia hạn chứng thư hôm nay.'],
    en: ['The certificate of {url} ended {days} days ago.', 'Browsers stop citizens at the door.', 'Renew the certificate today.'],
  },
  'certificate.distrusted': {
    vi: ['Máy không tin chứng thư của {url} ({fault}).', 'Trình duyệt cảnh báo, người dân không vào được.', 'Cài chứng thư của tổ chức được tin cậy, kèm chứng thư trung gian, đúng tên miền.'],
    en: ['The certificate of {url} is not trusted ({fault}).', 'Browsers warn, and citizens stay away.', 'Install one of a trusted authority, with its intermediate certificate, for the right name.'],
  },
  'certificate.ends-soon': {
    vi: ['Chứng thư của {url} chỉ còn {days} ngày.', 'Hết hạn là người dân không vào được.', 'Gia hạn trong tuần này và kiểm tra việc tự gia hạn.'],
    en: ['The certificate of {url} holds for {days} days more.', 'When it ends, citizens cannot come in.', 'Renew it this week and see why it did not renew itself.'],
  },
  'jobs.well': { vi: well('Việc nền chạy đều, không có tin nào chờ lâu.'), en: well('Background work runs, and no message waits.') },
  'jobs.failing': {
    vi: ['Việc định kỳ đang hỏng: {jobs}.', 'Chương trình tự thử lại, nhưng việc chưa xong.', 'Mở màn hình Việc nền để xem lỗi và chạy lại.'],
    en: ['Regular jobs fail: {jobs}.', 'The program tries again, but they are not done.', 'Open the screen of background work, see why, and run them again.'],
  },
  'jobs.stuck': {
    vi: ['Việc định kỳ quá giờ hơn một tiếng mà chưa chạy: {jobs}.', 'Chương trình đang dừng, hoặc phần chạy nền bị kẹt.', 'Xem chương trình có đang chạy không; nếu có thì khởi động lại.'],
    en: ['Regular jobs are due for more than an hour: {jobs}.', 'The program is stopped, or its background work is stuck.', 'See whether the program runs; if it does, restart it.'],
  },
  'jobs.dead': {
    vi: ['{count} tin nội bộ đã thử hết lần mà không xong.', 'Có người chưa nhận được thông báo.', 'Mở màn hình Việc nền: thử lại, hoặc bỏ kèm lý do.'],
    en: ['{count} messages were tried until the end and are not done.', 'Somebody was not told something.', 'Open the screen of background work: try them again, or give them up with a reason.'],
  },
  'jobs.waiting': {
    vi: ['Tin cũ nhất đã chờ {minutes} phút.', 'Thông báo cho cán bộ đến muộn.', 'Xem chương trình có đang chạy không; nếu có thì xem màn hình Việc nền.'],
    en: ['The oldest message has waited for {minutes} minutes.', 'Notices to staff come late.', 'See whether the program runs; if it does, look at the screen of background work.'],
  },
  'files.well': { vi: well('Đã đọc cả {count} tệp: đủ và nguyên vẹn.'), en: well('All {count} files were read: complete and unchanged.') },
  'files.sample-well': { vi: well('{count} tệp mới nhất đủ và nguyên vẹn (đọc tất cả: xaso doctor --all).'), en: well('The newest {count} files are complete and unchanged (all of them: xaso doctor --all).') },
  'files.missing': {
    vi: ['Mất {count} tệp giấy tờ ({files}).', 'Giấy tờ của vài hồ sơ không mở được nữa.', 'Lấy lại thư mục files từ bản sao lưu mới nhất; tệp đặt đúng tên là dùng được ngay.'],
    en: ['{count} files of papers are gone ({files}).', 'Papers of some dossiers can no longer be opened.', 'Bring the folder files back from the newest copy; a file under its name works at once.'],
  },
  'files.altered': {
    vi: ['{count} tệp giấy tờ đã bị đổi nội dung ({files}).', 'Ổ đĩa hỏng, hoặc có người sửa tệp. Chương trình không cho xem những tệp này.', 'Lấy lại các tệp này từ bản sao lưu và kiểm tra ổ đĩa, người vào được máy chủ.'],
    en: ['The content of {count} files was changed ({files}).', 'The disk is failing, or somebody edited them. The program does not show them.', 'Bring them back from a copy; look at the disk, and at who can enter the server.'],
  },
  'files.orphans': {
    vi: ['{count} tệp không hồ sơ nào dùng.', 'Chỉ chiếm chỗ, không hại gì.', 'Chương trình tự dọn ban đêm; nếu nhiều ngày vẫn còn, xem việc nền files.clear-out.'],
    en: ['{count} files belong to no dossier.', 'They take room and do no harm.', 'The program clears them out at night; if they stay for days, look at the job files.clear-out.'],
  },
  'configuration.well': { vi: well('Cấu hình mạng và khóa bí mật ổn.'), en: well('The configuration of network and keys is sound.') },
  'configuration.open-without-https': {
    vi: ['Chương trình mở ra mạng ({host}) nhưng địa chỉ công khai là {url}, không có HTTPS.', 'Mật khẩu và số định danh đi qua mạng ở dạng đọc được.', 'Đặt một máy chủ HTTPS phía trước và XASO_PUBLIC_URL=https://…, để HOST=127.0.0.1.'],
    en: ['The program is open to the network ({host}), but its public address is {url}, without HTTPS.', 'Passwords and citizen numbers cross the network in the clear.', 'Put an HTTPS server in front, set XASO_PUBLIC_URL=https://…, and leave HOST=127.0.0.1.'],
  },
  'configuration.public-without-https': {
    vi: ['Địa chỉ công khai {url} không có HTTPS.', 'Mật khẩu và số định danh đi qua mạng ở dạng đọc được.', 'Dùng HTTPS ở máy chủ phía trước và đặt XASO_PUBLIC_URL=https://…'],
    en: ['The public address {url} has no HTTPS.', 'Passwords and citizen numbers cross the network in the clear.', 'Use HTTPS on the server in front and set XASO_PUBLIC_URL=https://…'],
  },
  'configuration.line-in-the-clear': {
    vi: ['Hệ thống khác ở {url} được nối không có HTTPS.', 'Mã truy cập và dữ liệu hồ sơ đi qua mạng ở dạng đọc được.', 'Hỏi địa chỉ https của hệ thống đó.'],
    en: ['The other system at {url} is spoken to without HTTPS.', 'The access token and dossiers cross the network in the clear.', 'Ask for its https address.'],
  },
  'configuration.key-readable': {
    vi: ['Tệp khóa bí mật cho người khác trên máy đọc được (quyền {mode}).', 'Ai có khóa thì làm giả được đường dẫn tra cứu hồ sơ.', 'Đặt lại quyền: chmod 600 secret-key.'],
    en: ['Others on this machine can read the secret key (mode {mode}).', 'Whoever has the key can forge the links of dossiers.', 'Set its rights: chmod 600 secret-key.'],
  },
  'accounts.well': { vi: well('{administrators} quản trị đang hoạt động, không có tài khoản mẫu.'), en: well('{administrators} administrators are active, and there are no demonstration accounts.') },
  'accounts.no-administrator': {
    vi: ['Không có tài khoản quản trị nào đang hoạt động.', 'Không ai thêm được người, đổi được cài đặt.', 'Chạy xaso set-up nếu chưa thiết lập; nếu đã có, báo nơi cung cấp chương trình.'],
    en: ['No administrator’s account is active.', 'Nobody can add people or change settings.', 'Run xaso set-up if nothing was set up yet; otherwise ask whoever provides the program.'],
  },
  'installation.well': { vi: well('{count} người quản trị toàn hệ thống, cho {communes} xã.'), en: well('{count} people decide for all {communes} communes.') },
  'installation.nobody': {
    vi: ['Hệ thống phục vụ {communes} xã mà chưa cử ai quản trị toàn hệ thống.', 'Không ai đặt được giá trị chung, công bố được thủ tục và tờ khai.', 'Trên máy chủ chạy xaso installation-administrator add.'],
    en: ['This installation serves {communes} communes, and nobody decides for all of them.', 'Nobody can set common values or publish procedures and forms.', 'Run xaso installation-administrator add on the server.'],
  },
  'installation.one': {
    vi: ['Hệ thống phục vụ {communes} xã mà chỉ có một người quản trị toàn hệ thống.', 'Cử thêm hay cho thôi cần hai người, nên một mình người này không làm được.', 'Trên máy chủ chạy xaso installation-administrator add để cử người thứ hai.'],
    en: ['This installation serves {communes} communes, and one person alone decides for all of them.', 'Naming and ending take two people, so that this person cannot do it alone.', 'Run xaso installation-administrator add on the server for a second one.'],
  },
  'accounts.one-administrator': {
    vi: ['Chỉ có một quản trị.', 'Người này quên mật khẩu hoặc nghỉ thì không ai mở lại được.', 'Thêm một quản trị thứ hai ở màn hình Cán bộ.'],
    en: ['There is one administrator alone.', 'If that person forgets the password or leaves, nobody can open the door again.', 'Add a second one on the screen of staff.'],
  },
  'accounts.administrators-without-factor': {
    vi: ['{count} quản trị chỉ có mật khẩu, chưa có lớp bảo vệ thứ hai.', 'Ai biết mật khẩu của họ là vào được mọi cài đặt và nhật ký.', 'Nhờ từng người mở Tài khoản của tôi, thêm khóa truy cập hoặc mã trên điện thoại; danh sách ở màn hình Quản trị.'],
    en: ['{count} administrators have a password and no second factor.', 'Whoever learns it reaches every setting and the journal.', 'Ask each of them to open My account and add a passkey or a code app; the screen Administration lists them.'],
  },
  'journal.well': { vi: well('Nhật ký nguyên vẹn: {rows} dòng nối đúng nhau, {months} tháng niêm phong còn đủ tệp.'), en: well('The journal is whole: {rows} entries follow each other, {months} sealed months have their files.') },
  'journal.broken': {
    vi: ['Nhật ký xã {commune} bị can thiệp. {fault}', 'Có người sửa thẳng trong cơ sở dữ liệu, hoặc dữ liệu bị hỏng.', 'Giữ nguyên hiện trạng, chép cơ sở dữ liệu ra chỗ khác, báo lãnh đạo và bộ phận an toàn thông tin; so với bản sao lưu và biên bản chốt ngày.'],
    en: ['The journal of commune {commune} was tampered with. {fault}', 'Somebody wrote into the database itself, or data is damaged.', 'Leave everything as it is, copy the database aside, tell the leadership and whoever answers for security; compare with a copy and with the signed roots of the days.'],
  },
  'journal.not-verified': {
    vi: ['Nhật ký xã {commune} chưa được kiểm tra từ {since}.', 'Nếu có dòng bị sửa thì chưa ai biết.', 'Xem việc nền journal.verify; hoặc chạy xaso journal verify.'],
    en: ['The journal of commune {commune} was not verified since {since}.', 'If an entry was altered nobody knows yet.', 'Look at the job journal.verify, or run xaso journal verify.'],
  },
  'journal.archive-faulty': {
    vi: ['Xã {commune}: {fault}', 'Nhật ký của tháng đó không mở và không kiểm tra được.', 'Đặt lại tệp từ bản sao lưu vào thư mục archives/journal, rồi chạy xaso journal verify.'],
    en: ['Commune {commune}: {fault}', 'The journal of that month can be neither opened nor verified.', 'Put the file back from a copy into the folder archives/journal, then run xaso journal verify.'],
  },
  'accounts.demo-beside-real': {
    vi: ['{count} tài khoản mẫu còn mở bên cạnh cán bộ thật.', 'Ai cũng biết mật khẩu của chúng.', 'Chạy xaso demo --remove, xem danh sách, rồi thêm --yes.'],
    en: ['{count} demonstration accounts are open beside real staff.', 'Everybody knows their password.', 'Run xaso demo --remove, look at the list, then add --yes.'],
  },
  'accounts.demo-open': {
    vi: ['{count} tài khoản mẫu đang mở và chương trình mở ra mạng.', 'Ai cũng biết mật khẩu của chúng.', 'Chỉ dùng để xem thử. Trước khi dùng thật: xaso demo --remove --yes, rồi xaso set-up.'],
    en: ['{count} demonstration accounts are open and the program is open to the network.', 'Everybody knows their password.', 'For trying out alone. Before real use: xaso demo --remove --yes, then xaso set-up.'],
  },
  'accounts.demo': {
    vi: ['Đang chạy dữ liệu mẫu ({count} tài khoản).', 'Xem thử thì được; ai cũng biết mật khẩu.', 'Trước khi dùng thật: xaso demo --remove --yes, rồi xaso set-up.'],
    en: ['The demonstration is loaded ({count} accounts).', 'Good for trying out; everybody knows the password.', 'Before real use: xaso demo --remove --yes, then xaso set-up.'],
  },
  'examination.failed': {
    vi: ['Không kiểm tra được phần “{check}”: {fault}.', 'Có thể chính phần này đang hỏng.', 'Chạy lại lệnh; nếu vẫn vậy, gửi dòng này cho nơi cung cấp chương trình.'],
    en: ['The part “{check}” could not be examined: {fault}.', 'Perhaps it is this part that is broken.', 'Run it again; if it stays so, send this line to whoever provides the program.'],
  },
  'database.unreachable': {
    vi: ['Không mở được cơ sở dữ liệu: {fault}', 'Những phần khác không kiểm tra được.', 'Làm theo câu trên rồi chạy lại lệnh.'],
    en: ['The database could not be opened: {fault}', 'Nothing else could be examined.', 'Do as the sentence above says, then run this again.'],
  },
};

/** Says a finding in one language; a fact `fault.vi` stands in the place `{fault}` of the Vietnamese words. Throws for a finding without words, which a test prevents. */
export function sayFinding({ code, facts }: HealthFinding, locale: Locale): HealthSentences {
  const words = HEALTH_WORDS[code];
  if (words === undefined) throw new Error(`no words for the finding ${code}`);
  const own = Object.entries(facts).flatMap(([name, value]) => (name.endsWith(`.${locale}`) ? [[name.slice(0, -locale.length - 1), value] as const] : []));
  const filled = { ...facts, ...Object.fromEntries(own) };
  const [what, means, next] = words[locale].map((sentence) => fillMessage(sentence, filled));
  return { what: what ?? '', means: means ?? '', next: next ?? '' };
}
