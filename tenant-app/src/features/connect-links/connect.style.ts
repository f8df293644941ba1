import { DARK, FONT_SYSTEM, fill, GRAY, legible, role, type Scheme, STATUS, shades, WHITE } from '@chat-saas/brand/palette';

function colors(primary: string, secondary: string, scheme: Scheme) {
  const light = scheme === 'light';
  const surface = light ? WHITE : DARK[7];
  const page = light ? GRAY[0] : DARK[8];
  const ok = role(STATUS.ok, scheme, surface),
    bad = role(STATUS.bad, scheme, surface),
    brand = role(primary, scheme, surface);
  const { color, on } = fill(primary, scheme);
  return `--page:${page};--surface:${surface};--line:${light ? GRAY[2] : DARK[5]};--line2:${light ? GRAY[3] : DARK[4]};--ink:${light ? GRAY[9] : DARK[0]};--ink2:${light ? GRAY[7] : DARK[1]};--ink3:${light ? GRAY[6] : DARK[2]};--primary-color:${color};--on:${on};--secondary-color:${fill(secondary, scheme).color};--tint:${brand.tint};--pink:${legible(shades(primary), [surface, page], scheme)};--ok:${ok.solid};--okt:${ok.tint};--oki:${ok.ink};--badt:${bad.tint};--badi:${bad.ink};--paper:${WHITE};--module:${GRAY[9]}`;
}

/** The page's whole style, with the brand's colours in light and dark. */
export const connectStyle = (primary: string, secondary: string) =>
  `
:root{${colors(primary, secondary, 'light')}}
@media(prefers-color-scheme:dark){:root{${colors(primary, secondary, 'dark')}}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--page);color:var(--ink);font:14px/20px ${FONT_SYSTEM};-webkit-font-smoothing:antialiased}
h1,h2,p,ol{margin:0;padding:0}ol{list-style:none}b{font-weight:600}small{display:block;font-size:13px;line-height:18px;color:var(--ink3)}
:focus-visible{outline:2px solid var(--pink);outline-offset:2px}
header{display:flex;align-items:center;gap:10px;height:52px;padding:0 16px;background:var(--surface);border-bottom:1px solid var(--line)}
.logo{display:grid;place-items:center;width:32px;height:32px;border-radius:9px;background:var(--primary-color);color:var(--on);font-size:13px;font-weight:700;box-shadow:inset 0 -3px 0 var(--secondary-color)}
.lock{margin-left:auto;display:flex;align-items:center;gap:5px;font-size:13px;color:var(--ink3)}
main{flex:1;width:100%;max-width:440px;margin:0 auto;padding:14px 16px;display:flex;flex-direction:column;gap:12px}
h1{font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.015em}h2{font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.015em}.intro>p{color:var(--ink3)}.intro{display:contents}.intro>h1{text-align:center;margin-bottom:-12px}.intro>p{text-align:center}
.steps{order:2;counter-reset:n;display:grid;grid-template-columns:repeat(3,1fr);gap:8px;text-align:center}.steps li{display:grid;justify-items:center;gap:4px;align-content:start}.steps span{font-size:12px;line-height:16px;font-weight:500;text-wrap:balance}.steps small{font-size:12px;line-height:16px;font-weight:400}
.pic{width:44px;height:44px;fill:none;stroke-linecap:round;stroke-linejoin:round}.pic .s{fill:var(--surface);stroke:var(--line2);stroke-width:2}.pic .l{stroke:var(--line2);stroke-width:2.500}.pic .p{fill:var(--primary-color)}.pic .w{fill:var(--on)}.pic .wl{stroke:var(--on);stroke-width:2}.pic .pl{stroke:var(--pink);stroke-width:2.500}.pic .k{fill:var(--ink2)}
.card{order:1;display:flex;flex-direction:column;align-items:stretch;gap:12px;padding:12px 16px 16px;background:var(--surface);border:1px solid var(--line);border-radius:16px}
.qrbox{align-self:center;width:min(252px,100%);background:var(--paper);border-radius:12px}.qr{display:block;width:100%;height:auto}.qr path{fill:var(--module)}
.under{display:flex;align-items:center;justify-content:center;gap:12px}
.timer{position:relative;flex:none;width:44px;height:44px}.timer svg{width:100%;transform:rotate(-90deg)}.timer circle{fill:none;stroke:var(--line);stroke-width:3}.timer .left{stroke:var(--pink);stroke-linecap:round;stroke-dasharray:var(--ring);stroke-dashoffset:var(--from);animation:run var(--life) linear forwards}.timer b{position:absolute;inset:0;display:grid;place-items:center;font-size:13px;font-variant-numeric:tabular-nums}@keyframes run{to{stroke-dashoffset:var(--ring)}}
.live{display:flex;align-items:center;gap:8px;font-weight:500}.live i{width:8px;height:8px;border-radius:50%;background:var(--pink);animation:pulse 1.6s ease-in-out infinite}@keyframes pulse{50%{opacity:.3}}
.button{display:grid;place-items:center;min-height:44px;padding:0 16px;border-radius:8px;background:var(--primary-color);color:var(--on);font-weight:500;text-decoration:none}.button.quiet{background:none;color:var(--ink);border:1px solid var(--line2)}.button+.button{margin-top:-4px}button.button{width:100%;border:0;font:inherit;font-weight:500;cursor:pointer}button.quiet{border:1px solid var(--line2)}.card>form{display:grid}.blank{aspect-ratio:1;background:var(--line);opacity:.5;animation:pulse 1.6s ease-in-out infinite}.logo.picture{background:none;box-shadow:none;object-fit:contain}.ask{justify-items:stretch}.ask h2,.ask p{justify-self:center}.ask label{display:grid;gap:4px;text-align:left;font-weight:500;font-size:13px}.ask input{min-height:44px;padding:0 12px;border:1px solid var(--line2);border-radius:8px;background:var(--surface);color:inherit;font:inherit;font-size:16px}.wrong{color:var(--badi);font-size:13px}
.big{flex:1;display:grid;justify-items:center;align-content:center;gap:8px;padding:16px 8px;text-align:center;text-wrap:pretty}.big b{white-space:nowrap}.big p{color:var(--ink2);max-width:320px}
.badge{display:grid;place-items:center;width:64px;height:64px;margin-bottom:8px;border-radius:50%}.badge.ok{background:var(--okt);color:var(--oki)}.badge.bad{background:var(--badt);color:var(--badi)}.mark{width:32px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.bar{width:100%;height:6px;margin-top:8px;border-radius:3px;background:var(--line);overflow:hidden}.bar i{display:block;height:100%;border-radius:3px;background:var(--ok)}
.progress{display:flex;justify-content:space-between;width:100%;font-size:13px;color:var(--ink3)}.progress .done{color:var(--oki)}.progress .now{color:var(--ink);font-weight:600}
.code{display:flex;align-items:center;gap:10px;margin:12px 0;font:600 32px/40px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;letter-spacing:.06em}.code i{width:12px;height:3px;border-radius:2px;background:var(--line2)}
footer{padding:8px 24px 20px;text-align:center;font-size:12px;line-height:16px;color:var(--ink3);text-wrap:balance}
body[data-state=connected] .steps,body[data-state=scanned] .steps,body[data-state=reconnecting] .steps{display:none}body[data-state=connected] main,body[data-state=scanned] main{justify-content:center}
@media(min-width:800px){header{padding:0 32px;height:60px}main{max-width:960px;flex-direction:row;align-items:center;gap:72px;padding:32px}body[data-state=connected] main,body[data-state=scanned] main{justify-content:center}.intro{display:block;flex:1}.intro>h1{margin:0 0 4px;font-size:28px;line-height:36px;text-align:left}.intro>p{text-align:left;font-size:16px;line-height:24px}.steps{grid-template-columns:1fr;gap:20px;margin-top:32px;text-align:left}.steps span::before{counter-increment:n;content:counter(n) '. ';color:var(--ink3)}.steps li{grid-template-columns:48px 1fr;align-items:center;justify-items:start;gap:16px}.steps span,.steps small{font-size:14px;line-height:20px}.pic{width:64px;height:64px;margin-left:-16px}.card{width:420px;flex:none;min-height:480px;padding:28px}.qrbox{width:344px}body[data-state=connected] .intro,body[data-state=scanned] .intro{display:none}}
@media(prefers-reduced-motion:reduce){*{animation:none!important}}`.replace(/\n/g, '');
