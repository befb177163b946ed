// Sends what is typed over a WebSocket, and shows what comes back.
const answer = document.querySelector('#answer');
let socket;

const open = () => {
  const address = new URL('/echo', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  socket = new WebSocket(address);
  socket.addEventListener('message', ({ data }) => { answer.textContent = `It said: ${data}`; });
  socket.addEventListener('close', () => { socket = undefined; });
  return socket;
};

document.querySelector('#echo').addEventListener('submit', event => {
  event.preventDefault();
  const message = document.querySelector('#message').value;
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(message);
    return;
  }

  const opening = open();
  opening.addEventListener('open', () => opening.send(message));
  opening.addEventListener('error', () => { answer.textContent = 'The server does not answer.'; });
});
