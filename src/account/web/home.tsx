export default function Home() {
  return <h1>匠デスク</h1>;
}
