/**
 * The page's one script, in the JavaScript of old phones. It asks for the card every 2 s until a socket is open, then
 * only when the socket calls (and every 15 s, to be sure). It never touches a form that somebody is typing into.
 */
export const connectScript = `(function(){
var card=document.getElementById('card'),key=card.getAttribute('data-key'),busy=false,every=2000,last=0;
var base=location.pathname.replace(/\\/$/,''),token=base.split('/').pop();
function show(d){if(d.key===key)return;key=d.key;card.innerHTML=d.html;document.body.setAttribute('data-state',d.state);card.setAttribute('data-state',d.state);
document.getElementById('title').textContent=d.title;document.getElementById('subtitle').textContent=d.subtitle}
function ask(){if(busy||document.hidden)return;busy=true;last=Date.now();var x=new XMLHttpRequest();x.open('GET',base+'/card'+location.search);
x.onload=function(){busy=false;if(x.status===200)show(JSON.parse(x.responseText));else if(x.status===404)location.reload()};
x.onerror=function(){busy=false};x.send()}
setInterval(function(){if(Date.now()-last>=every)ask();var n=card.querySelector('[data-seconds]');if(n&&+n.textContent>0)n.textContent=+n.textContent-1},1000);
document.addEventListener('visibilitychange',ask);
var s=document.createElement('script');s.src='/c/live.js';s.async=true;s.onload=function(){
var socket=window.io('/connect',{auth:{token:token},transports:['websocket','polling']});
socket.on('connect',function(){every=15000;ask()});socket.on('disconnect',function(){every=2000});socket.on('card.changed',ask)};
window.addEventListener('load',function(){document.body.appendChild(s)});
})()`;
