// The portal's service worker. It shows what the portal sends to this browser, and does nothing else.
self.addEventListener("push", (event) => {
  const { title, account, href, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body: account, tag, data: { href } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { href } = event.notification.data;
  // Only the portal's own pages.
  if (href.startsWith("/a/")) event.waitUntil(self.clients.openWindow(href));
});
