// Opens rendered presentations and looks at each slide: whether all of it fits, and whether its drawings are there.
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH,
  args: process.env.CHROME_NO_SANDBOX ? ['--no-sandbox'] : [],
});
let isGood = true;
try {
  for (const file of process.argv.slice(2)) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const found = await page.evaluate(() => {
      const slides = [...document.querySelectorAll('section')];
      return {
        count: slides.length,
        problems: slides.flatMap((slide, index) => [
          ...(slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth
            ? [`slide ${index + 1} has more on it than fits: ${slide.scrollWidth}×${slide.scrollHeight} of ${slide.clientWidth}×${slide.clientHeight}`]
            : []),
          ...[...slide.querySelectorAll('img')].filter(image => image.naturalWidth === 0).map(image => `slide ${index + 1}: no drawing at ${image.src}`),
        ]),
      };
    });
    isGood &&= found.count > 1 && found.problems.length === 0;
    console.log(`${file}: ${found.count} slides`);
    for (const problem of found.problems)
      console.log(`  ${problem}`);
    await page.close();
  }
} finally {
  await browser.close();
}
process.exitCode = isGood ? 0 : 1;
