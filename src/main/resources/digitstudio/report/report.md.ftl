<#ftl output_format="Markdown">
# ${report.title}

${report.subtitle}

<#assign figures = 0>
<#assign tables = 0>
<#list report.sections as section>
## ${section.title}

<#list section.blocks as block>
<#switch block.kind()>
<#case "prose">
<#list block.paragraphs as paragraph>
${paragraph}

</#list>
<#break>
<#case "points">
<#list block.sentences as sentence>
- ${sentence}
</#list>

<#break>
<#case "keyFigures">
<#list block.figures as key>
- **${key.value}** ${key.label}
</#list>

<#break>
<#case "table">
<#assign tables = tables + 1>
**${tableLabel} ${tables}.** ${block.caption}

<#if block.head?size gt 0>
|<#list block.head as name> ${name} |</#list>
<#else>
|<#list 1..block.columns() as column>  |</#list>
</#if>
|<#list 1..block.columns() as column><#if block.numeric && !column?is_first> ---: |<#else> --- |</#if></#list>
<#list block.rows as row>
|<#list row as cell> ${cell} |</#list>
</#list>

<#break>
<#case "picture">
<#assign figures = figures + 1>
![${block.figure.title}](${folder?no_esc}/${block.figure.name?no_esc}.svg)

**${figureLabel} ${figures}.** ${block.caption}

<#break>
</#switch>
</#list>
</#list>
---

${madeBy}
