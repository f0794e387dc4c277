<#ftl output_format="HTML">
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8"/>
<#if !paper><meta name="viewport" content="width=device-width, initial-scale=1"/></#if>
<title>${report.title}</title>
<style>
<#if paper>
@page {
  size: A4;
  margin: 20mm 25mm 22mm 25mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-family: "${font}"; font-size: 8pt; color: #57606a; }
}
* { font-family: "${font}"; }
body { font-size: 9.5pt; margin: 0; word-wrap: break-word; }
table { -fs-table-paginate: paginate; }
<#else>
body { font-family: -apple-system, "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; font-size: 15px; max-width: 46em; margin: 3em auto; padding: 0 1.5em; overflow-wrap: anywhere; }
@page { size: A4; margin: 20mm; }
@media print { body { font-size: 9.5pt; max-width: none; margin: 0; padding: 0; } }
</#if>
body { color: #24292f; background: #ffffff; line-height: 1.5; }
h1 { font-size: 1.7em; line-height: 1.25; margin: 0 0 0.2em 0; }
h2 { font-size: 1.2em; margin: 2em 0 0.6em 0; padding-bottom: 0.25em; border-bottom: 1px solid #d0d7de; page-break-after: avoid; }
p { margin: 0 0 0.7em 0; }
.subtitle, .made { color: #57606a; }
.made { font-size: 0.85em; margin-top: 3em; }
.figure, .table { margin: 1em 0 1.6em 0; page-break-inside: avoid; }
tr { page-break-inside: avoid; }
.long { page-break-inside: auto; }
.figure svg { display: block; max-width: 100%; height: auto; }
.caption { color: #57606a; font-size: 0.88em; margin: 0.5em 0 0 0; }
.table .caption { margin: 0 0 0.4em 0; page-break-after: avoid; }
.caption b { color: #24292f; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.92em; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 0.28em 0.9em 0.28em 0; border-bottom: 1px solid #eaeef2; }
thead th { border-bottom: 1px solid #8c959f; vertical-align: bottom; }
tbody th { font-weight: normal; color: #57606a; }
.pairs tbody th { width: 34%; }
.numbers tbody th { color: #24292f; }
.numbers td, .numbers thead th { text-align: right; white-space: nowrap; }
table.words { table-layout: fixed; }
.words th:first-child { width: 34%; color: #24292f; }
.numbers th:first-child { text-align: left; }
.numbers td:last-child, .numbers thead th:last-child { padding-right: 0; }
.keys { margin: 0.4em 0 1.2em 0; }
.keys td { border: none; padding: 0 1em 0 0; }
.keys b { display: block; font-size: 1.45em; line-height: 1.25; }
.keys span { color: #57606a; font-size: 0.88em; }
ul { margin: 0; padding: 0 0 0 1.2em; }
li { margin: 0 0 0.5em 0; }
</style>
</head>
<body>
<h1>${report.title}</h1>
<p class="subtitle">${report.subtitle}</p>
<#assign figures = 0>
<#assign tables = 0>
<#list report.sections as section>
<h2>${section.title}</h2>
<#list section.blocks as block>
<#switch block.kind()>
<#case "prose">
<#list block.paragraphs as paragraph>
<p>${paragraph}</p>
</#list>
<#break>
<#case "points">
<ul>
<#list block.sentences as sentence>
<li>${sentence}</li>
</#list>
</ul>
<#break>
<#case "keyFigures">
<table class="keys"><tbody><tr>
<#list block.figures as key>
<td><b>${key.value}</b><span>${key.label}</span></td>
</#list>
</tr></tbody></table>
<#break>
<#case "table">
<#assign tables = tables + 1>
<div class="table<#if block.rows?size gt 12> long</#if>">
<p class="caption"><b>${tableLabel}&#160;${tables}.</b> ${block.caption}</p>
<div class="scroll"><table class="<#if block.head?size == 0>pairs<#elseif block.numeric>numbers<#else>words</#if>">
<#if block.head?size gt 0>
<thead><tr><#list block.head as name><th scope="col">${name}</th></#list></tr></thead>
</#if>
<tbody>
<#list block.rows as row>
<tr><#list row as cell><#if cell?is_first><th scope="row">${cell}</th><#else><td>${cell}</td></#if></#list></tr>
</#list>
</tbody>
</table></div>
</div>
<#break>
<#case "picture">
<#assign figures = figures + 1>
<div class="figure">
<#if paper>
<object type="application/x-figure" data="${block.figure.name}" style="display: block; width: ${block.figure.size.width?c}mm; height: ${block.figure.size.height?c}mm"></object>
<#else>
${drawings[block.figure.name]?no_esc}
</#if>
<p class="caption"><b>${figureLabel}&#160;${figures}.</b> ${block.caption}</p>
</div>
<#break>
</#switch>
</#list>
</#list>
<p class="made">${madeBy}</p>
</body>
</html>
