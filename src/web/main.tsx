import { render } from "preact";
import { App } from "./app.tsx";
import "./style/base.css";
import "./style/list.css";
import "./style/report.css";
import "./style/card.css";
import "./style/print.css";

render(<App />, document.getElementById("app")!);
