import ts from "typescript"; import fs from "node:fs"; import {execSync} from "node:child_process";
const files=execSync("git ls-files -- "+process.argv.slice(2).map(a=>`'${a}'`).join(" "),{encoding:"utf8"}).trim().split("\n").filter(f=>/\.(tsx?|mts|mjs)$/.test(f)&&!f.includes("generated"));
for(const f of files){const src=fs.readFileSync(f,"utf8");const sf=ts.createSourceFile(f,src,ts.ScriptTarget.Latest,true,f.endsWith("x")?ts.ScriptKind.TSX:ts.ScriptKind.TS);const out=[];
 const line=p=>sf.getLineAndCharacterOfPosition(p).line+1;
 const visit=n=>{if(ts.isImportDeclaration(n))return;
  if((ts.isStringLiteral(n)||ts.isNoSubstitutionTemplateLiteral(n))){const t=n.text;const attr=n.parent&&ts.isJsxAttribute(n.parent)?n.parent.name.getText():"";
   if(["className","href","d","viewBox","autoComplete","id"].includes(attr))return;
   const prop=n.parent&&ts.isPropertyAssignment(n.parent)?n.parent.name.getText():"";
   if(["path","orderBy"].includes(prop))return;
   if(/[A-Za-z]{2,} [A-Za-z]|^[A-Z][a-z]+[.…]?$|[.?…]$/.test(t)&&!/^(select|update|insert)/i.test(t)&&!/\b(flex|text-|px-|rounded|gap-)/.test(t))out.push(line(n.getStart())+": "+(attr?attr+"=":prop?prop+": ":"")+JSON.stringify(t));}
  else if(ts.isTemplateExpression(n)){const t=n.getText();if(/[A-Za-z]{2,} |[A-Z][a-z]+/.test(n.head.text+n.templateSpans.map(s=>s.literal.text).join(" "))&&!/^`\s*(select|update|with|insert|delete)/i.test(t))out.push(line(n.getStart())+": "+t.replace(/\s+/g," ").slice(0,300));}
  else if(ts.isJsxText(n)){const t=n.text.replace(/\s+/g," ").trim();if(/[A-Za-z]/.test(t))out.push(line(n.getStart())+": <"+t+">");}
  ts.forEachChild(n,visit);};visit(sf);
 if(out.length)console.log("== "+f+"\n"+out.join("\n"));}
