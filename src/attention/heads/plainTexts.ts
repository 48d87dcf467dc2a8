/** Plain texts of several kinds, our own, on which heads are measured: short, so that any model reads them at once. */
export const plainTexts = [
  `You are a careful assistant for the staff of a small museum. Answer questions about opening hours, group visits and
lost property. If you do not know something, say so and name the desk that does. Write in short sentences and use the
metric system. Never promise a refund; send such requests to the office.`,
  `Dear Ruth, thank you for the notes of Thursday. The second room will be painted next week, so the chairs have to go
to the cellar until then. Could you ask Tom whether the lift works again? I will bring the keys on Monday morning and
wait at the side door. Kind regards, Ines`,
  `The river rises in the hills north of the town and runs for sixty kilometres to the sea. In spring it carries so much
water that the lower meadows stand under it for weeks. Herons and lapwings breed there, and farmers cut the hay late.
A bridge of the eighteenth century crosses it near the mill.`,
  `function total(items) {
  let sum = 0;
  for (const item of items) {
    if (item.price < 0) throw new RangeError('A price is negative.');
    sum += item.price * item.count;
  }
  return Math.round(sum * 100) / 100;
}`,
  `# Lentil soup

- 250 g red lentils
- 1 onion, 2 carrots
- 1 litre of stock

Cut the onion and the carrots into small pieces and fry them in oil. Add the lentils and the stock, and let it simmer
for twenty minutes. Season with salt, pepper and the juice of half a lemon.`,
  `{"order": 4711, "customer": "Lange", "items": [{"name": "lamp", "count": 2, "price": 39.9}, {"name": "cable",
"count": 1, "price": 4.5}], "paid": true, "note": "leave it with the neighbour on the first floor"}`,
  `A: Is the train to the coast late again?
B: Twenty minutes, they say. There is work on the line near the airport.
A: Then we shall miss the ferry.
B: The next one goes at six. Let us have a coffee and take that one.`,
];
