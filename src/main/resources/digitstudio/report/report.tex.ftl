<#ftl output_format="LaTeX">
<#assign chinese = language?starts_with("zh")>
% !TeX program = xelatex
% !TeX encoding = UTF-8
\documentclass[11pt,a4paper]{<#if chinese>ctexart<#else>article</#if>}
<#if hasChinese && !chinese>
\usepackage[scheme=plain]{ctex}
</#if>
\usepackage{iftex}
\ifPDFTeX
<#if !hasChinese>
  \usepackage[utf8]{inputenc}
  \usepackage[T1]{fontenc}
</#if>
  \usepackage{textcomp}
\fi
\usepackage[margin=25mm]{geometry}
\usepackage{amsmath}
\usepackage{array}
\usepackage{booktabs}
\usepackage{longtable}
\usepackage{graphicx}
\usepackage{xcolor}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5em}
\setlength{\emergencystretch}{3em}
\title{${report.title}}
\author{}
\date{${report.subtitle}}
\begin{document}
\maketitle
<#list report.sections as section>

\section{${section.title}}
<#list section.blocks as block>
<#switch block.kind()>
<#case "prose">
<#list block.paragraphs as paragraph>

${paragraph}
</#list>
<#break>
<#case "points">
\begin{itemize}
<#list block.sentences as sentence>
  \item ${sentence}
</#list>
\end{itemize}
<#break>
<#case "keyFigures">
\begin{itemize}
<#list block.figures as key>
  \item \textbf{${key.value}} ${key.label}
</#list>
\end{itemize}
<#break>
<#case "table">
<#assign columns = block.columns()>
{\small
<#if block.head?size == 0>
\begin{longtable}{@{}>{\raggedright\arraybackslash}p{0.32\linewidth}>{\raggedright\arraybackslash}p{0.62\linewidth}@{}}
<#elseif block.numeric>
\begin{longtable}{@{}>{\raggedright\arraybackslash}p{${(0.9 - 0.11 * (columns - 1))?c}\linewidth}<#list 2..columns as column>>{\raggedleft\arraybackslash}p{${(0.82 * 0.11)?c}\linewidth}</#list>@{}}
<#else>
\begin{longtable}{@{}<#list 1..columns as column>>{\raggedright\arraybackslash}p{${(0.92 / columns)?c}\linewidth}</#list>@{}}
</#if>
\caption{${block.caption}}\\
\toprule
<#if block.head?size gt 0>
<#list block.head as name>${name}<#sep> & </#list> \\
\midrule
\endfirsthead
\toprule
<#list block.head as name>${name}<#sep> & </#list> \\
\midrule
\endhead
</#if>
<#list block.rows as row>
<#list row as cell>${cell}<#sep> & </#list> \\
</#list>
\bottomrule
\end{longtable}
}
<#break>
<#case "picture">
\begin{figure}[htbp]
  \centering
  \includegraphics[width=${block.figure.size.width?c}mm,keepaspectratio]{${folder?no_esc}/${block.figure.name?no_esc}.pdf}
  \caption{${block.caption}}
\end{figure}
<#break>
</#switch>
</#list>
</#list>

\bigskip
{\small ${madeBy}}
\end{document}
