export const RereadsPage = () => <p>…</p>;
