# Counts the types of all acts of a part of the corpus, events and what stands inside them.
#   Rscript examples/corpus/read-corpus.R data/corpus/train
library(jsonlite)

read_corpus <- function(folder) {
  files <- sort(list.files(folder, pattern = "\\.jsonl$", full.names = TRUE))
  lines <- unlist(lapply(files, readLines, encoding = "UTF-8"))
  lapply(lines, fromJSON, simplifyVector = FALSE)
}

# Acts and everything inside them, outermost first. What is absent is empty.
acts_within <- function(acts) {
  unlist(lapply(acts, function(act) {
    inside <- c(act$content, if (!is.null(act$consequence)) list(act$consequence), act$purpose)
    c(list(act), acts_within(inside))
  }), recursive = FALSE)
}

args <- commandArgs(trailingOnly = TRUE)
corpus <- read_corpus(if (length(args) > 0) args[1] else "data/corpus/train")
acts <- unlist(lapply(corpus, function(item) acts_within(item$acts)), recursive = FALSE)
counts <- table(vapply(acts, function(act) act$type, ""))
cat(sprintf("%s\t%d\n", names(counts), counts), sep = "")
