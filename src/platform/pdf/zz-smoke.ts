import { renderPdf, stopPdfWorker } from '/work/main/src/platform/pdf/render-pdf.ts';
import { text, runs, stack } from '/work/main/src/platform/pdf/pdf-definition.ts';
import { PAPER } from '/work/main/src/platform/pdf/paper-size.ts';
import { qrPath } from '/work/main/src/platform/qr/qr-path.ts';
import { qrSvg } from '/work/main/src/platform/qr/qr-svg.ts';
import { writeFileSync } from 'node:fs';
const q = qrPath('https://xa-hoaloc.thanhhoa.gov.vn/h/4hd8sQmW0cT1lVgJ3yP0mA');
console.log(q.path.length, q.side, qrSvg('https://xa.vn/t/1.001193?q=1',{label:'x "y"'}).length);
writeFileSync('/tmp/pdfx/q.svg', qrSvg('https://xa-hoaloc.thanhhoa.gov.vn/h/4hd8sQmW0cT1lVgJ3yP0mA',{label:'x "y"'}));
const def = { kind:'flow', info:{title:'Thử',author:'Xã Hoa Lộc',createdAt:0}, page:{...PAPER.A5, margins:[34,30,34,30]}, style:{font:'Tinos',size:10.5,lineHeight:1.1},
 content:[ {kind:'ruled-text', text:text('Độc lập - Tự do - Hạnh phúc',{bold:true,align:'center',size:12}), width:351, part:1, thickness:0.7, gap:2},
  text('Nguyễn Thị '.repeat(40)),
  {kind:'table', widths:[30,221,100], headRows:1, lines:'grid', padding:[4,2], rows:[[text('TT'),text('Tên'),text('Loại')], ...Array.from({length:60},(_,i)=>[text(String(i)),text('Giấy tờ rất dài '.repeat(i%5+1)),text('x'.repeat(60))])]},
 ],
 closing:{content:[text('Ký tên')], foot:{kind:'columns', gap:10, columns:[{width:261,content:text('Ghi chú')},{width:80,content:{kind:'drawing',path:q.path,viewWidth:q.side,viewHeight:q.side,width:80,colour:'#000000',align:'right'}}]}},
 pageLabels:{head:'{page}',foot:'Trang {page}/{pages}',size:9}
} as const;
for (let i=0;i<6;i++){ const t=performance.now(); const b=await renderPdf(def); console.log((performance.now()-t).toFixed(1),'ms',b.length); if(i==0) writeFileSync('/tmp/pdfx/smoke.pdf',b); }
await stopPdfWorker();
