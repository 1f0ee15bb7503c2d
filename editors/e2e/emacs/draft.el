;;; draft.el --- A mail in Emacs, from the finding to the file  -*- lexical-binding: t -*-

;;; Commentary:
;; emacs -Q --batch -l draft.el INIT DRAFT

;;; Code:

(require 'cl-lib)
(require 'package)
;; Debian keeps the eglot of Emacs 28 here.
(dolist (folder '("/usr/share/emacs/site-lisp/elpa" "/usr/share/emacs/site-lisp/elpa-src"))
  (add-to-list 'package-directory-list folder t))
(package-initialize)

(defun eventually (what ask)
  "Ask until the answer is not nil, and return it; WHAT is for the message."
  (let ((end (+ (float-time) 120)) answer)
    (while (not (or (setq answer (funcall ask)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    (or answer (error "Waited in vain for %s" what))))

(defun findings ()
  "The messages about the draft."
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(let ((init (pop command-line-args-left))
      (draft (pop command-line-args-left)))
  (load init)
  (setq make-backup-files nil eglot-sync-connect 120 eglot-connect-timeout 120)
  (find-file draft)
  (cl-assert (eq major-mode 'message-mode))
  (run-hooks 'post-command-hook)
  (eventually "the program" #'eglot-current-server)
  (flymake-mode 1)
  (flymake-start)
  (eventually "the finding" #'findings)
  (message "found: %S" (findings))
  (goto-char (point-min))
  (search-forward "review")
  (let (offered)
    ;; A key, not the mouse: eglot asks in the minibuffer then.
    (cl-letf ((last-nonmenu-event t)
              ((symbol-function 'completing-read)
               (lambda (_ collection &rest _)
                 (setq offered (all-completions "" collection))
                 (cl-find-if (lambda (title) (string-match-p "\\bby " title)) offered))))
      (eglot-code-actions (point) (point) "quickfix" t))
    (message "offered: %S" offered))
  (eventually "the change" #'buffer-modified-p)
  (save-buffer)
  (cl-assert (string-match-p "Could you review the audit report by .+\\?" (buffer-string)))
  (cl-assert (string-match-p "^To: sam@example.org\nSubject: Audit report\n" (buffer-string)))
  (eventually "quiet" (lambda () (not (findings))))
  (eglot-shutdown (eglot-current-server)))

;;; draft.el ends here
